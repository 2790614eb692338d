const TICKET = /\/ticket\/([0-9a-f-]{36})\b|^([0-9a-f-]{36})$/i

/** The ticket behind the code on its paper: an address, or its id alone. */
export function ticketIdOf(code: string): string | undefined {
  const [, inAddress, alone] = TICKET.exec(code.trim()) ?? []
  return inAddress ?? alone
}
