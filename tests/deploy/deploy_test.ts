import assert from "node:assert/strict";
import { DRAIN_DEADLINE } from "../../src/http/limits.ts";
import { readConfig } from "../../src/config.ts";
import { app } from "../app/services.ts";
import { parse } from "./yaml.ts";

/** What of the files is looked at; the engines check the rest. */
interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly stop_grace_period: string;
  readonly volumes?: readonly string[];
  readonly configs?: readonly { readonly source: string }[];
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly configs?: Readonly<Record<string, { readonly file: string }>>;
}
interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}
interface Variable {
  readonly name: string;
  readonly value?: string;
}
type Labels = Readonly<Record<string, string>>;
interface Deployment {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly selector: { readonly matchLabels: Labels };
    readonly template: {
      readonly metadata: { readonly labels: Labels };
      readonly spec: {
        readonly terminationGracePeriodSeconds: number;
        readonly securityContext: {
          readonly runAsUser: number;
          readonly runAsGroup: number;
        };
        readonly containers: readonly {
          readonly ports: readonly {
            readonly name: string;
            readonly containerPort: number;
          }[];
          readonly env: readonly Variable[];
          readonly startupProbe: Probe;
          readonly readinessProbe: Probe;
          readonly livenessProbe: Probe;
        }[];
      };
    };
  };
}

const ROOT = new URL("../../", import.meta.url);
const text = (path: string) => Deno.readTextFile(new URL(path, ROOT));
const yaml = async <File>(path: string): Promise<File> =>
  parse(await text(path));

const dockerfile = await text("Dockerfile");
const compose = await yaml<ComposeFile>("deploy/compose.yaml");
const stack = await yaml<ComposeFile>("deploy/stack.yaml");
const kubernetes = "deploy/kubernetes/";
const { spec } = await yaml<Deployment>(`${kubernetes}deployment.yaml`);
const pod = spec.template.spec;
const container = pod.containers[0]!;

/** The variables that the service asks for. */
function variables(): Set<string> {
  const asked = new Set<string>();
  readConfig({ get: (name) => void asked.add(name) });
  return asked;
}

/** Seconds from being told to stop that the service may take at most. */
function leaving(drainDelay: string | null | undefined): number {
  return Number(drainDelay) + DRAIN_DEADLINE / 1000;
}

Deno.test("the image, the tasks and the README know the variables that the service asks for, and no other", async () => {
  // The client of PostgreSQL asks for one more.
  const known = [...variables(), "PGAPPNAME"].toSorted();
  const allowed = (command: string) =>
    command.match(/--allow-env=([\w,]+)/)?.[1]?.split(",").toSorted();
  assert.deepEqual(allowed(dockerfile), known);
  const { tasks } = JSON.parse(await text("deno.json"));
  assert.deepEqual(allowed(tasks.start.command), known);
  assert.deepEqual(allowed(tasks.dev.command), known);
  const readme = await text("README.md");
  assert.deepEqual(allowed(readme), known);
  for (const name of variables()) {
    assert.match(readme, RegExp(`^\\| \`${name}\` `, "m"));
  }
});

Deno.test("what deploy/ sets are variables of the service, with values that it takes", () => {
  const settings: Record<string, string | null>[] = [
    compose.services.inkling!.environment!,
    stack.services.inkling!.environment!,
    Object.fromEntries(
      container.env.map(({ name, value = null }) => [name, value]),
    ),
  ];
  const known = variables();
  for (const set of settings) {
    for (const name of Object.keys(set)) assert.ok(known.has(name), name);
    readConfig({ get: (name) => set[name] ?? undefined });
  }
});

Deno.test("whoever stops the service gives it the time that it may take", () => {
  for (const { services } of [compose, stack]) {
    const { stop_grace_period, environment } = services.inkling!;
    const grace = Number(stop_grace_period.match(/^(\d+)s$/)![1]);
    assert.ok(grace > leaving(environment!.DRAIN_DELAY));
  }
  const delay = container.env.find(({ name }) => name === "DRAIN_DELAY")?.value;
  assert.ok(pod.terminationGracePeriodSeconds > leaving(delay));
});

Deno.test("ports, users and probes are those of the image and the service", async () => {
  const port = Number(dockerfile.match(/^EXPOSE (\d+)$/m)![1]);
  const [user, group] = dockerfile.match(/^USER (\d+):(\d+)$/m)!.slice(1);
  assert.deepEqual(container.ports, [{ name: "http", containerPort: port }]);
  assert.equal(pod.securityContext.runAsUser, Number(user));
  assert.equal(pod.securityContext.runAsGroup, Number(group));
  const locations = await text("deploy/proxy/inkling.conf");
  for (const [, asked] of locations.matchAll(/proxy_pass \S+:(\d+);/g)) {
    assert.equal(Number(asked), port);
  }
  const { startupProbe, readinessProbe, livenessProbe } = container;
  for (const { httpGet } of [startupProbe, readinessProbe, livenessProbe]) {
    assert.equal(httpGet.port, "http");
    assert.equal((await app.request(httpGet.path)).status, 200);
  }
  const check = JSON.parse(
    dockerfile.match(/^HEALTHCHECK[^[]*(\[.*\])$/ms)![1]!.split("\n")[0]!,
  );
  assert.deepEqual(stack.services.inkling!.healthcheck!.test, [
    "CMD",
    ...check,
  ]);
});

Deno.test("the parts of the Kubernetes deployment mean the same pods", async () => {
  assert.deepEqual(spec.selector.matchLabels, spec.template.metadata.labels);
  const { spec: service } = await yaml<{ spec: { selector: Labels } }>(
    `${kubernetes}service.yaml`,
  );
  assert.deepEqual(service.selector, spec.template.metadata.labels);
  const { spec: budget } = await yaml<Deployment>(
    `${kubernetes}disruption_budget.yaml`,
  );
  assert.deepEqual(budget.selector.matchLabels, spec.template.metadata.labels);
  const { spec: autoscaler } = await yaml<
    { spec: { scaleTargetRef: { kind: string; name: string } } }
  >(`${kubernetes}autoscaler.yaml`);
  const { kind, name } = autoscaler.scaleTargetRef;
  assert.deepEqual([kind, name], ["Deployment", "inkling"]);
  const { resources } = await yaml<{ resources: string[] }>(
    `${kubernetes}kustomization.yaml`,
  );
  const files = await Array.fromAsync(
    Deno.readDir(new URL(kubernetes, ROOT)),
    ({ name }) => name,
  );
  // The Job is applied when there is something to read.
  const others = ["kustomization.yaml", "classify-job.yaml"];
  assert.deepEqual(
    resources.toSorted(),
    files.filter((name) => !others.includes(name)).toSorted(),
  );
});

Deno.test("the files that deploy/ mounts are there", async () => {
  const mounted = compose.services.proxy!.volumes!.flatMap((volume) =>
    volume.match(/^(?:\$\{\w+:-)?(\.\/[^:}]+)/)?.slice(1) ?? []
  );
  assert.equal(mounted.length, 3);
  const configs = Object.values(stack.configs!).map(({ file }) => file);
  for (const path of [...mounted, ...configs]) {
    await Deno.stat(new URL(`deploy/${path}`, ROOT));
  }
  const used = stack.services.proxy!.configs!.map(({ source }) => source);
  assert.deepEqual(used.toSorted(), Object.keys(stack.configs!).toSorted());
});
