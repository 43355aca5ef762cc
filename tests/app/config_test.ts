import assert from "node:assert/strict";
import { ConfigError, readConfig } from "../../src/config.ts";

const read = (variables: Record<string, string>) =>
  readConfig(new Map(Object.entries(variables)));

Deno.test("an empty environment gives the defaults", () => {
  assert.deepEqual(read({}), {
    host: "127.0.0.1",
    port: 8000,
    engine: "auto",
    logLevel: "info",
    logFormat: "text",
    weights: null,
    corrections: true,
    dataDir: "data/corrections",
    database: null,
    adminToken: null,
    metricsToken: null,
    rateLimit: true,
    drainDelay: 0,
    corsOrigin: null,
  });
});

Deno.test("every variable is read", () => {
  const config = read({
    HOST: "::1",
    PORT: "0",
    ENGINE: "loops",
    LOG_LEVEL: "debug",
    LOG_FORMAT: "json",
    WEIGHTS: "other.safetensors",
    CORRECTIONS: "off",
    DATA_DIR: "/data",
    ADMIN_TOKEN: "0123456789abcdef",
    METRICS_TOKEN: "fedcba9876543210",
    RATE_LIMIT: "off",
    DATABASE_URL:
      "postgres://ink:p%40ss@db.example/inkling?sslmode=verify-full",
    DRAIN_DELAY: "5",
    CORS_ORIGIN: "https://example.org",
  });
  assert.deepEqual(config, {
    host: "::1",
    port: 0,
    engine: "loops",
    logLevel: "debug",
    logFormat: "json",
    weights: "other.safetensors",
    corrections: false,
    dataDir: "/data",
    adminToken: "0123456789abcdef",
    database: {
      host: "db.example",
      port: 5432,
      user: "ink",
      password: "p@ss",
      database: "inkling",
      tls: "verify-full",
    },
    metricsToken: "fedcba9876543210",
    rateLimit: false,
    drainDelay: 5,
    corsOrigin: "https://example.org",
  });
});

const bad: [variable: string, value: string, expected: RegExp][] = [
  ["PORT", "", /^PORT: expected a whole number in 0..65535, found ""$/],
  [
    "CORS_ORIGIN",
    "https://example.org/",
    /^CORS_ORIGIN: expected an origin .*, found "https:\/\/example.org\/"$/,
  ],
  ["CORS_ORIGIN", "example.org", /found "example.org"$/],
  ["CORS_ORIGIN", "", /found ""$/],
  ["PORT", "65536", /found "65536"$/],
  ["PORT", "-1", /found "-1"$/],
  ["PORT", "80.5", /found "80.5"$/],
  ["PORT", "1e3", /found "1e3"$/],
  ["PORT", "http", /found "http"$/],
  ["HOST", "", /^HOST: expected an IP address or a host name, found ""$/],
  ["HOST", "a b", /found "a b"$/],
  ["ENGINE", "gpu", /^ENGINE: expected one of auto, loops, simd, found "gpu"$/],
  [
    "LOG_LEVEL",
    "Info",
    /^LOG_LEVEL: .*debug, info, warn, error, found "Info"$/,
  ],
  [
    "LOG_FORMAT",
    "xml",
    /^LOG_FORMAT: expected one of text, json, found "xml"$/,
  ],
  [
    "METRICS_TOKEN",
    "short",
    /^METRICS_TOKEN: expected at least 16 .*, found 5$/,
  ],
  ["WEIGHTS", "", /^WEIGHTS: expected the path of a weights file, found ""$/],
  ["DATA_DIR", "", /^DATA_DIR: expected the path of a folder, found ""$/],
  ["CORRECTIONS", "no", /^CORRECTIONS: expected one of on, off, found "no"$/],
  ["RATE_LIMIT", "", /^RATE_LIMIT: expected one of on, off, found ""$/],
  ["ADMIN_TOKEN", "", /^ADMIN_TOKEN: expected at least 16 .*, found 0$/],
  ["ADMIN_TOKEN", "0123456789abcde", /, found 15$/],
  ["ADMIN_TOKEN", "spaces in a token", /, found others among them$/],
  ["ADMIN_TOKEN", "line\nfeed in a token", /, found others among them$/],
  ["DRAIN_DELAY", "31", /^DRAIN_DELAY: .* seconds in 0..30, found "31"$/],
  ["DRAIN_DELAY", "0.5", /found "0.5"$/],
  ["DATABASE_URL", "", /^DATABASE_URL: expected postgres:.*, found no URL$/],
  [
    "DATABASE_URL",
    "mysql://a:secret@b/c",
    /expected .* postgres:, found one of mysql:$/,
  ],
  [
    "DATABASE_URL",
    "postgres://:secret@b/c",
    /expected a user in the URL, found none$/,
  ],
  [
    "DATABASE_URL",
    "postgres://a:secret@b",
    /expected a database .*, found none$/,
  ],
  ["DATABASE_URL", "postgres://a:secret@/c", /found no(ne| URL)$/],
  ["DATABASE_URL", "postgres://a:secret%@b/c", /percent sign of the password/],
  [
    "DATABASE_URL",
    "postgres://a:secret@b/c?sslmode=prefer",
    /sslmode .* found "prefer"$/,
  ],
  [
    "DATABASE_URL",
    "postgres://a:secret@b/c?host=d",
    /no parameter but sslmode .* found "host"$/,
  ],
];
for (const [variable, value, expected] of bad) {
  Deno.test(`${variable}=${JSON.stringify(value)} is refused in one line`, () => {
    assert.throws(() => read({ [variable]: value }), (error) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, expected);
      assert.doesNotMatch(error.message, /\n|secret/);
      return true;
    });
  });
}
