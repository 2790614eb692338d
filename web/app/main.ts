import '../ui/tokens.css'

// The policy of the page forbids eval: told before any schema is made, none even tries it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('root')
if (root) void import('./staff-app.tsx').then(({ mount }) => mount(root))
