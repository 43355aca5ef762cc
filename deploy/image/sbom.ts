/**
 * Prints a software bill of materials of the service (CycloneDX 1.6, ECMA-424)
 * out of the lock: each package with its version, its SHA-512 and what it needs.
 * Part of the image's build: `deno run --allow-read deploy/image/sbom.ts [LOCK]`.
 */

interface Package {
  /** "sha512-" and the hash in base64. */
  readonly integrity: string;
  /** Keys of the lock, without their version where only one is locked. */
  readonly dependencies?: readonly string[];
}

interface Lock {
  /** "npm:NAME@RANGE", and the version of it with its peers. */
  readonly specifiers: Readonly<Record<string, string>>;
  /** By "NAME@VERSION", followed by "_" and its peers where it has any. */
  readonly npm: Readonly<Record<string, Package>>;
}

interface Component {
  readonly type: "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly [
    { readonly alg: "SHA-512"; readonly content: string },
  ];
}

export function billOfMaterials(lock: Lock, denoVersion: string) {
  const keys = Object.keys(lock.npm);
  const roots = Object.entries(lock.specifiers).map(([specifier, version]) =>
    `${nameOf(specifier.replace(/^npm:/, ""))}@${version}`
  );
  const runtime = {
    type: "platform",
    "bom-ref": "deno",
    name: "deno",
    version: denoVersion,
  };
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": "inkling",
        name: "inkling",
      },
    },
    components: [
      runtime,
      ...keys.map((key) => componentOf(key, lock.npm[key]!)),
    ],
    dependencies: [
      { ref: "inkling", dependsOn: [runtime["bom-ref"], ...roots] },
      ...keys.map((key) => ({
        ref: key,
        dependsOn: (lock.npm[key]!.dependencies ?? []).map((dependency) =>
          keyOf(dependency, keys)
        ),
      })),
    ],
  };
}

function componentOf(key: string, { integrity }: Package): Component {
  const name = nameOf(key);
  const version = key.slice(name.length + 1).split("_")[0]!;
  const hash = Uint8Array.fromBase64(integrity.replace(/^sha512-/, ""));
  return {
    type: "library",
    "bom-ref": key,
    name,
    version,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    hashes: [{ alg: "SHA-512", content: hash.toHex() }],
  };
}

/** "@scope/name@1.0.0" without its version. */
function nameOf(key: string): string {
  return key.slice(0, key.indexOf("@", 1));
}

/**
 * @throws {TypeError} When the lock has no such package.
 */
function keyOf(dependency: string, keys: readonly string[]): string {
  const key = keys.find((key) =>
    key === dependency || nameOf(key) === dependency
  );
  if (key === undefined) {
    throw new TypeError(`the lock needs ${dependency}, but does not have it`);
  }
  return key;
}

const HELP =
  `Prints a bill of materials of the service (CycloneDX 1.6): each package with its
version, its SHA-512 and what it needs.

  deno task sbom > sbom.json`;

if (import.meta.main) {
  if (Deno.args.includes("--help")) {
    console.log(HELP);
    Deno.exit(0);
  }
  const [path = "deno.lock"] = Deno.args;
  const lock: Lock = JSON.parse(await Deno.readTextFile(path));
  console.log(
    JSON.stringify(billOfMaterials(lock, Deno.version.deno), null, 2),
  );
}
