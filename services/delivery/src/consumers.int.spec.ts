import { scheduling } from '@osteon/contracts';
import { testEveryConsumer } from '@osteon/platform/testing';
import { AppModule } from './app.module.js';

describe('every consumer of delivery', () => testEveryConsumer(AppModule, { first: [scheduling.Site.type] }));
