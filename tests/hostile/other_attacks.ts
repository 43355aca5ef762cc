import { latin1 } from "../imaging/make_png.ts";
import { type Attack, MAX_FILE } from "./attack.ts";

function text(name: string, start: string): Attack {
  return { name, outcome: "unsupported", make: () => latin1(start) };
}

export const OTHER_ATTACKS: readonly Attack[] = [
  { name: "nothing", outcome: "malformed", make: () => new Uint8Array() },
  {
    name: "10 MiB of zeros",
    outcome: "unsupported",
    make: () => new Uint8Array(MAX_FILE),
  },
  text("SVG that fetches a file", '<svg><image href="file:///etc/passwd"/>'),
  text("HTML", "<!doctype html><script>alert(1)</script>"),
  text("ImageMagick's own language", "push graphic-context\nviewbox 0 0 9 9"),
  text("PostScript", "%!PS\n(/etc/passwd) (r) file"),
  text("PDF", "%PDF-1.7"),
  text("ZIP", "PK\x03\x04"),
  text("gzip", "\x1f\x8b\x08"),
  text("ELF", "\x7fELF"),
  text("TIFF", "II*\0\x08\0\0\0"),
  text("BMP", "BM\xff\xff\xff\x7f"),
  text("HEIC", "\0\0\0\x18ftypheic"),
  text("AVIF", "\0\0\0\x18ftypavif"),
  text("a sound in RIFF", "RIFF\x24\0\0\0WAVEfmt "),
  {
    name: "a GIF that is a script as well",
    outcome: "too-large",
    make: () => latin1("GIF89a=1;alert(1)//"),
  },
];
