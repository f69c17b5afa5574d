export { apiFor, ApiRefusal, type Answer, type Api, type Signing } from './api.js';
export { startHospital, setUpNorth } from './hospital.js';
export { northSite, peerPorts, type PeerPorts } from './north-site.js';
export { startPeers, type Peers } from './peers.js';
export { reviewStudy, signDraft, type Draft } from './review-and-sign.js';
export type { Cast } from './story.js';
