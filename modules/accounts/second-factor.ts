import { Secret, TOTP } from "otpauth"
import { toString as drawQr } from "qrcode"

const period = 30

const totp = (secret: string, label = "") =>
  new TOTP({ issuer: "桥梁", label, algorithm: "SHA1", digits: 6, period, secret: Secret.fromBase32(secret) })

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The time step a code belongs to, one step early or late allowed; null for a wrong code. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.normalize("NFKC").replaceAll(/\s/g, "")
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

export async function enrolment(
  secret: string,
  label: string,
): Promise<{ otpauthUrl: string; qrSvg: string }> {
  const otpauthUrl = totp(secret, label).toString()
  const qrSvg = await drawQr(otpauthUrl, { type: "svg", margin: 2, errorCorrectionLevel: "M" })
  return { otpauthUrl, qrSvg }
}
