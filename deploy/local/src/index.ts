export { createTopics } from './kafka/create-topics.js';
export { startKafka, type KafkaPlace, type RunningKafka } from './kafka/start-kafka.js';
export { createServiceDatabase, type ServiceDatabase, type ServicePlace } from './postgres/service-database.js';
export { startPostgres, type PostgresPlace, type RunningPostgres } from './postgres/start-postgres.js';
