declare module 'kafkajs/src/network/requestQueue/index.js' {
  /** The part of kafkajs' queue of requests that arms a timer. */
  class RequestQueue {
    readonly pending: readonly unknown[];
    scheduleCheckPendingRequests(): void;
  }
  export = RequestQueue;
}
