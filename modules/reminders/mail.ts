import { createTransport } from "nodemailer"
import type { Delivery } from "./outbox.ts"
import type { Outward } from "./outward.ts"

/** `forGood`: trying again would not help. */
export type Sent = "sent" | { readonly error: string; readonly forGood: boolean }

export interface Post {
  send(d: Delivery): Promise<Sent>
  close(): void
}

const patience = 15_000

/** The operator's SMTP server. Plain text only: nothing in it can call home. */
export function openPost(outward: Outward): Post {
  const transport = createTransport({
    ...serverOf(outward.smtp!),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (d) => {
      try {
        await transport.sendMail({
          from: outward.from,
          to: d.address ?? "",
          subject: d.subject,
          text: d.text ?? "",
          headers: { "Auto-Submitted": "auto-generated" },
        })
        return "sent"
      } catch (thrown) {
        const error = thrown as Error & { code?: string; responseCode?: number }
        // The server knows no such mailbox; a wrong password or a full disk can be mended.
        const forGood = error.code === "EENVELOPE" && (error.responseCode ?? 0) >= 500
        return { error: error.message, forGood }
      }
    },
    close: () => transport.close(),
  }
}

function serverOf(smtp: string) {
  const url = new URL(smtp)
  const secure = url.protocol === "smtps:"
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A password goes over the line enciphered or not at all.
    ...(url.username
      ? {
          requireTLS: !secure,
          auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
        }
      : {}),
  }
}
