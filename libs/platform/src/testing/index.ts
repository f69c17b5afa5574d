export { conversation, type Conversation, type Saying } from './conversation.js';
export { testIssuer, type TestIssuer, type TokenFaults } from './test-issuer.js';
export { testService, type TestAnswer, type TestRequest, type TestService, type TestServiceOptions } from './test-service.js';
export { consumerTrial, type ConsumerTrial, type Fed } from './consumer-trial.js';
export { exampleExamId, exampleRecords, type ExamplePatch } from './example-records.js';
export { testEveryConsumer, type Trial } from './every-consumer.js';
