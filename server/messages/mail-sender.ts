import { createTransport } from 'nodemailer'
import type { MailSetting } from './message-settings.ts'
import type { Outgoing, Sender, Sent } from './sender.ts'

const PATIENCE_MS = 20_000

/** Plain text over SMTP; TLS wherever the server is not on this machine. A 5xx is for good, everything else for later. */
export function createMailSender({ url, from }: MailSetting): Sender {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const isHere = hostname === 'localhost' || hostname.startsWith('127.')
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isHere,
    ignoreTLS: isHere && !secure,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  async function send({ id, to, title, text }: Outgoing): Promise<Sent> {
    try {
      const sent = await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject: title,
        text: `${text}\n`,
        messageId: `<${id}@yichuang>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { ok: true, receipt: receiptOf(String(sent.response)) }
    } catch (error) {
      const { responseCode, code } = error as { responseCode?: number; code?: string }
      const permanent = responseCode !== undefined && responseCode >= 500
      return {
        ok: false,
        permanent,
        error: responseCode === undefined ? (code ?? 'unreachable') : `smtp-${responseCode}`,
      }
    }
  }
  return { send, close: () => transport.close() }
}

/** The server's own number of the letter, without whom it went to. */
function receiptOf(response: string): string {
  return response.replaceAll(/\S*@\S*/g, '').slice(0, 100)
}
