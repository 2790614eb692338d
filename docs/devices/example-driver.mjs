// A driver in one file: the lockers of an imagined maker, whose cabinet answers plain HTTP.
//   POST /open?box=12  ->  {"box":12,"door":"open"} | {"error":"jammed"} | {"error":"no such box"}
//   GET  /status       ->  {"boxes":24,"open":[]}
// devices.json: { "driver": "./example-driver.mjs", "settings": { "address": "http://192.168.1.60" } }

/** Milliseconds between looks at the doors: a cabinet tells nothing by itself. */
const LOOK_EVERY = 2000

/** `settings` as they stand in devices.json; `tools.fault(code)` makes the errors of the protocol. */
export function openDriver(settings, tools) {
  const { address, lookEvery = LOOK_EVERY } = settings
  if (typeof address !== 'string') throw new Error('settings.address is missing')

  // `signal` ends when the page gave up or five seconds are over: hand it to whatever waits.
  async function ask(method, path, signal) {
    const answer = await fetch(`${address}${path}`, { method, signal }).catch(() => {
      throw tools.fault('device-absent')
    })
    return await answer.json().catch(() => {
      throw tools.fault('device-garbage')
    })
  }

  return {
    device: 'locker',
    name: `示例领件柜 ${address}`,
    operations: {
      // Input was checked against protocol.json before; what is returned is checked after.
      open: async ({ box, reference }, { signal }) => {
        const { door, error } = await ask('POST', `/open?box=${box}`, signal)
        if (error === 'no such box') throw tools.fault('box-unknown')
        // The door's own word is the proof: without it nobody may say that the box is open.
        if (door !== 'open') throw tools.fault('box-stuck')
        return { box, opened: true, openedAt: new Date().toISOString(), reference }
      },
      'self-test': async (_, { signal }) => {
        const { boxes } = await ask('GET', '/status', signal)
        return { passed: boxes > 0, sentence: `领件柜已连接，共 ${boxes} 格。` }
      },
    },
    // Events: called once; the answer stops them.
    start: (tell) => {
      let open = new Set()
      const timer = setInterval(async () => {
        const status = await ask('GET', '/status').catch(() => null)
        if (!Array.isArray(status?.open)) return
        for (const box of open) if (!status.open.includes(box)) tell('box-closed', { box })
        open = new Set(status.open)
      }, lookEvery)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}
