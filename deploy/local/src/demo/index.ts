export { apiFor, ApiRefusal, type Answer, type Api } from './api.js';
export { northSite, peerPorts, type PeerPorts } from './north-site.js';
export { startPeers, type Peers } from './peers.js';
