import { testEveryConsumer } from '@osteon/platform/testing';
import { AppModule } from './app.module.js';

describe('every consumer of reading', () => testEveryConsumer(AppModule, { answers: ['reporting.events'] }));
