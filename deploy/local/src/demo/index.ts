export { apiFor, type Api } from './api.js';
export { startHospital, setUpNorth } from './hospital.js';
export { peerPorts } from './north-site.js';
export { page, reviewStudy, shownReport, signDraft, stateReview, type Draft } from './review-and-sign.js';
export type { Cast } from './story.js';
