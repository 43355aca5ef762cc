import type { Translated } from "./language.ts";

export interface OfflineWords {
  /** Stands on the page while the server is out of reach. */
  readonly connection: string;
  /** Stands under an answer that this device gave in the server's place. */
  readonly answered: string;
}

export const offline: Translated<OfflineWords> = {
  en: {
    connection: "Offline: this device reads",
    answered: "Read on this device: the server did not answer.",
  },
  ru: {
    connection: "Офлайн: читает это устройство",
    answered: "Прочитано на этом устройстве: сервер не ответил.",
  },
};
