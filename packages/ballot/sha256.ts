/**
 * SHA-256 (FIPS 180-4), synchronous and without a platform: `crypto.subtle` is asynchronous and missing on
 * pages served over plain http, and the libraries the groups need are loaded later than the first tracker.
 */

const primes = (count: number): number[] => {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n)
  return found
}

/** The first 32 bits of the fraction of a root, exactly: floor(root(n · 2^(32·degree))) mod 2^32. */
const fraction = (n: number, degree: bigint): number => {
  const target = BigInt(n) << (32n * degree)
  let low = 0n
  let high = 1n << 40n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** degree <= target) low = middle
    else high = middle
  }
  return Number(low & 0xffffffffn) | 0
}

const constants = Int32Array.from(primes(64), (p) => fraction(p, 3n))
const start = Int32Array.from(primes(8), (p) => fraction(p, 2n))
const schedule = new Int32Array(64)

/** The digest of the bytes, 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  const length = message.length
  const padded = new Uint8Array((((length + 8) >> 6) + 1) << 6)
  padded.set(message)
  padded[length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000))
  view.setUint32(padded.length - 4, (length << 3) >>> 0)
  const state = start.slice()
  for (let at = 0; at < padded.length; at += 64) compress(state, view, at)
  const out = new Uint8Array(32)
  const outView = new DataView(out.buffer)
  for (let i = 0; i < 8; i++) outView.setInt32(i * 4, state[i]!)
  return out
}

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by))

function compress(state: Int32Array, view: DataView, at: number): void {
  const w = schedule
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4)
  for (let i = 16; i < 64; i++) {
    const [a, b] = [w[i - 15]!, w[i - 2]!]
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}

/** HMAC-SHA256 (RFC 2104). */
export function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64)
  block.set(key.length > 64 ? sha256(key) : key)
  const padded = (byte: number, text: Uint8Array) => {
    const joined = new Uint8Array(64 + text.length)
    for (let i = 0; i < 64; i++) joined[i] = block[i]! ^ byte
    joined.set(text, 64)
    return sha256(joined)
  }
  return padded(0x5c, padded(0x36, message))
}

/** PBKDF2-HMAC-SHA256 (RFC 8018), one block of 32 bytes: what credentials of the 2.0 form are stretched with. */
export function pbkdf2(password: Uint8Array, salt: Uint8Array, iterations: number): Uint8Array {
  const first = new Uint8Array(salt.length + 4)
  first.set(salt)
  first[salt.length + 3] = 1
  let last = hmac(password, first)
  const sum = last.slice()
  for (let i = 1; i < iterations; i++) {
    last = hmac(password, last)
    for (let j = 0; j < 32; j++) sum[j]! ^= last[j]!
  }
  return sum
}
