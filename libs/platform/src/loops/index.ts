export { Loops, type Loop, type LoopsOptions, type Work } from './loops.js';
