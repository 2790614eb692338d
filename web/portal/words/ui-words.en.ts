import type { UiWords } from '../../ui/ui-words.ts'

export const words: UiWords = {
  loading: 'Loading',
  code: (code) => `Code ${code}`,
  fieldFault: (field, message) => `${field}: ${message}`,
  retry: 'Try again',
  back: 'Back',
  network: 'No connection. What you typed is still on this page: check the network and try again.',
  unexpected: 'Something went wrong on this page. Reload it and try again.',
  serverUnavailable:
    'The service is not available just now. What you typed is still on this page: try again in a while.',
  unexpectedAnswer:
    'The service gave no answer that we understand. Try again in a while or ask at the window.',
  changedMeanwhile:
    'Somebody has just worked on this application; the page now shows how it stands. Nothing that you typed is lost.',
  repeatable: 'Pressing again does nothing twice: one act takes effect once.',
  repeatableOrAsk:
    'Pressing again does nothing twice. If it still fails, ask at the window or call 12345.',
  broken: 'This page has failed',
  brokenAdvice:
    'What was submitted is not affected. Reload the page; if it fails again, call 12345 and tell us what you did.',
  reload: 'Reload the page',
  home: 'To the home page',
  pageCount: (pages) => `${pages} ${pages === 1 ? 'page' : 'pages'}`,
  change: 'Back to change',
  close: 'Close',
  busy: 'Working…',
  downloadPdf: 'Download PDF',
  pages: (title, pages) => `${title}, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
  page: (title, page) => `${title}, page ${page}`,
}
