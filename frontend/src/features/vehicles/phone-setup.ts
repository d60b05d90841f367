/** How often, and after how many metres, a phone reports: enough for a truck, light on its battery. */
const REPORTING = { accuracy: 'high', distance: '50', interval: '15' };

/** The address that Traccar Client reads its settings from; asked for itself it changes nothing. */
export function traccarSetup(origin: string, deviceId: string): string {
  return `${serverAddress(origin)}?${new URLSearchParams({ id: deviceId, ...REPORTING })}`;
}

export function serverAddress(origin: string): string {
  return `${origin}/`;
}

/** An address that means "this very machine" to whoever hears it. */
export function isLocalOnly(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
