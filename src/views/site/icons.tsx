import type { Child } from "hono/jsx";

/** Signs of the tools, drawn like by a pen. */
function Icon({ children }: { readonly children: Child }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export function UndoIcon() {
  return (
    <Icon>
      <path d="M8 5 4 9l4 4M4 9h9.5a5.5 5.5 0 0 1 0 11H10" />
    </Icon>
  );
}

export function RedoIcon() {
  return (
    <Icon>
      <path d="m16 5 4 4-4 4m4-4h-9.5a5.5 5.5 0 0 0 0 11H14" />
    </Icon>
  );
}

export function ClearIcon() {
  return (
    <Icon>
      <path d="M5 7h14M10 7V4.5h4V7m-7.5 0 .8 12.5h9.4L17.5 7M10 11v5m4-5v5" />
    </Icon>
  );
}

export function EraserIcon() {
  return (
    <Icon>
      <path d="M9 20h11M12.5 20 19 13.5a1.5 1.5 0 0 0 0-2.1L13.6 6a1.5 1.5 0 0 0-2.1 0L4.4 13a1.5 1.5 0 0 0 0 2.1L9.3 20M8 9.5l7.5 7.5" />
    </Icon>
  );
}

export function CameraIcon() {
  return (
    <Icon>
      <path d="M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4" />
    </Icon>
  );
}

export function PictureIcon() {
  return (
    <Icon>
      <path d="M4 5h16v14H4zM4 16l4.5-4.5 4 4L15 13l5 5M15.5 8.5h.01" />
    </Icon>
  );
}
