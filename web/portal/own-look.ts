const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * Tells the server that this device shows the portal otherwise than it is painted beforehand (another language, larger
 * type), so that nobody sees the one flash before the other. Says nothing about the person. Null: as painted.
 */
export function tellOwnLook(what: 'language' | 'type', look: string | null): void {
  const life = look === null ? 'max-age=0' : `max-age=${YEAR_SECONDS}`
  const safe = window.location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `yichuang-look-${what}=${look ?? ''}; path=/; ${life}; samesite=lax${safe}`
}
