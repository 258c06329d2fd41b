/** Drawn for this house, 24 × 24, stroked: an icon font or library would weigh more than all of them. */
const paths = {
  home: 'M4 11l8-7 8 7v9h-6v-6h-4v6H4z',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4',
  table: 'M4 5h16v14H4zM4 10h16M10 5v14',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  list: 'M5 4h14v16H5zM9 8h6M9 12h6M9 16h3',
  scales: 'M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z',
  person: 'M12 4a4 4 0 100 8 4 4 0 000-8zM4 21c0-4 3.5-7 8-7s8 3 8 7',
  people:
    'M9 5a3.500 3.500 0 100 7 3.500 3.500 0 000-7zM3 20c0-3.500 2.500-6 6-6s6 2.500 6 6M16 5.500a3.500 3.500 0 010 6M17.500 14.500c2 .8 3.500 2.800 3.500 5.500',
  bell: 'M6 17V11a6 6 0 0112 0v6l2 2H4zM10 21h4',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  down: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M4 12.5l5 5L20 6.5',
  back: 'M9 7L4 12l5 5M4 12h10a6 6 0 016 6v1',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3.5 2',
  history: 'M4 5v5h5M4.500 10A8 8 0 114 13M12 8v4.500l3 2',
  half: 'M12 3a9 9 0 100 18zM12 3a9 9 0 010 18',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3',
  minus: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  warning: 'M12 4L2.500 20h19L12 4zM12 10v5M12 17.500v.3',
  ban: 'M12 3a9 9 0 100 18 9 9 0 000-18zM5.700 5.700l12.600 12.600',
  offline: 'M7 18h10a4 4 0 00.5-8A6 6 0 006.500 9.500 4.300 4.300 0 007 18zM4 4l16 16',
  print: 'M7 9V4h10v5M5 9h14v8h-3v3H8v-3H5zM8 14h8',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.500 3.500 0 100 7 3.500 3.500 0 000-7z',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the words beside it say what it means. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
