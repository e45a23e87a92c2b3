/** Our own few icons: 24 px strokes, drawn for this app. They stand beside a word and mean nothing alone. */

const paths = {
  home: "M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5",
  cases: "M4 7h6l2 2h8v10H4zM4 12h16",
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20 20",
  publish: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  library: "M5 4h4v16H5zM9 6h4v14H9zM14.5 6.5l3.8-1L21 19l-3.8 1z",
  atlas:
    "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM3.500 12h17M12 3.500c-5 5-5 12 0 17M12 3.500c5 5 5 12 0 17",
  alliance:
    "M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 19c0-3.5 2.5-6 6-6s6 2.500 6 6M16 6a2.500 2.500 0 0 1 0 5M17 13.500c2.500.5 4 2.500 4 5.500",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  exit: "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
  warning: "M12 4 2.500 20h19zM12 10v4.500M12 17.300v.2",
  info: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 11v5.500M12 7.700v.2",
  done: "M4.500 12.500 9.500 17.500 19.500 7",
  offline:
    "M3 4l18 16M5 12.500a10 10 0 0 1 4-2.400M19 12.500a10 10 0 0 0-5-2.700M8.500 16a5 5 0 0 1 6.500-.4M12 19.500v.1",
  waiting: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 7.500V12l3 2",
  next: "m9 5 7 7-7 7",
  close: "M6 6l12 12M18 6 6 18",
  add: "M12 5v14M5 12h14",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  key: "M8.500 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12.500 12H21M18 12v3.500",
  link: "M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1",
  eye: "M3 12c2.500-4 5.500-6 9-6s6.500 2 9 6c-2.500 4-5.500 6-9 6s-6.500-2-9-6zM12 9.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z",
  person: "M12 4.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM5 20c0-4 3-6.500 7-6.500s7 2.500 7 6.500",
  conflict: "M6 4v5c0 3 6 3 6 6v5M18 4v5c0 3-6 3-6 6",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 3 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
