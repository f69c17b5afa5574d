export { startEmr, pdfOf, type Emr, type EmrMood, type EmrOptions, type ReceivedReport } from './emr.js';
export { morning, type Morning } from './morning.js';
export { orderMessage, type Envelope } from './order-message.js';
export { controlIds, orderSender, type Hospital, type OrderAnswer, type OrderSender } from './order-sender.js';
export type { Order, OrderControl } from './order.js';
export { startPacs, type Pacs, type PacsOptions, type StoredObject } from './pacs.js';
export { drLee, people, type InventedPatient } from './people.js';
