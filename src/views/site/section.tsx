import type { Child } from "hono/jsx";

interface SectionProps {
  /** Its address within the page. */
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in a sentence or two. */
  readonly lead?: Child;
  readonly children: Child;
}

/** A part of a page under a heading. */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}
