/** What the public pages' imports of React are built from, in the page and in what is painted beforehand (decision 19). */
export const ON_PREACT = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
  'react-dom/server': 'preact/compat/server',
  'react-dom': 'preact/compat',
  react: 'preact/compat',
} as const
