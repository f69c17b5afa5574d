export { ConfigError, readConfig, variableOf, type Environment } from './read-config.js';
export { list, listenHost, port, yesOrNo } from './values.js';
