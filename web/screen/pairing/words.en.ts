export const words = {
  title: 'Pair this device',
  screen: 'This device will show the calls of the hall.',
  'window-screen': 'This device will show the calls of one window.',
  kiosk: 'This device will be a self-service terminal.',
  evaluator: 'This device will ask for ratings at a window.',
  help: 'The hall manager enters this device under “Hall · Devices” and reads out a code of eight characters. It is good for an hour, once.',
  code: 'Pairing code',
  pair: 'Pair',
  pairing: 'Pairing…',
}
