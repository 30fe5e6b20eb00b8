const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

/** A new id: 48 bits of time, then 80 random bits, in 26 letters that sort by time and read aloud well. */
export function newId(now: number = Date.now(), random: () => Uint8Array = randomBytes): string {
  let time = now
  let head = ""
  for (let i = 0; i < 10; i++) {
    head = alphabet[time % 32] + head
    time = Math.floor(time / 32)
  }
  let tail = ""
  for (const byte of random()) tail += alphabet[byte % 32]
  return head + tail
}

const randomBytes = () => crypto.getRandomValues(new Uint8Array(16))
