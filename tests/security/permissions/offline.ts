/** What a window needs for the time without a server, and what comes back from it. A kiosk signs with its token. */
export const OFFLINE = `
