/** Whether the server can take requests: it gets ready, is ready, and stops. */
export type LifeStage = "starting" | "ready" | "draining";

export interface Lifecycle {
  stage: LifeStage;
}
