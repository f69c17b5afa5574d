/** Injection tokens of what the platform itself is made from; services ask for the classes. */
export const BOOT = Symbol('Boot');
export const FOUNDATION = Symbol('Foundation');
