/** Drawn in a square of 44. */
export const HOME_ICONS = {
  ticket: 'M12 16h20v4a2.5 2.5 0 0 0 0 5v4H12v-4a2.5 2.5 0 0 0 0-5zM25 17v2M25 21.5v2M25 26v2',
  checkIn: 'M12 14h20v18H12zM12 19.5h20M17 11.5v5M27 11.5v5M18 26l3 3 5.5-5.5',
  progress: 'M12 30h20M22 12v8M18.5 16.5L22 20l3.5-3.5M14 27.5v5M22 27.5v5M30 27.5v5',
  collect: 'M12 17l10-5 10 5v11l-10 5-10-5zM12 17l10 5 10-5M22 22v11',
  apply: 'M15 11.5h10l5 5V32.5H15zM25 11.5v5h5M22.5 20v8M18.500 24h8',
  scan: 'M12 17v-5h5M27 12h5v5M32 27v5h-5M17 32h-5v-5M11 22h22',
  print: 'M16 18v-6h12v6M16 28h-4V18h20v10h-4M16 25h12v7H16z',
  voice: 'M12 13h20v14H22l-6 5v-5h-4zM17 18h10M17 22h6',
} as const
export type HomeIcon = keyof typeof HOME_ICONS
