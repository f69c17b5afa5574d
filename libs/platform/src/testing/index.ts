export { conversation, type Conversation, type Saying } from './conversation.js';
export { testIssuer, type TestIssuer, type TokenFaults } from './test-issuer.js';
export { testService, type TestAnswer, type TestRequest, type TestService, type TestServiceOptions } from './test-service.js';
