/**
 * Of the API (semver.org): the first number changes where what worked would
 * work no more.
 */
export const API_VERSION = "1.1.0";
