export { Clock, testClock, type TestClock } from './clock.js';
