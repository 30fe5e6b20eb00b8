import {
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching"
import { NavigationRoute, registerRoute } from "workbox-routing"

/**
 * Keeps the files of a few public pages, so that they open without a connection; what they show is kept by the pages
 * themselves for its owner (kit/web/kept.ts). A white-list: no answer of the server, no page of the office, no vote,
 * no upload ever goes through here.
 */
declare const __kept__: (PrecacheEntry | string)[]

interface Worker {
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(
    event: "install" | "activate",
    then: (e: { waitUntil(p: Promise<unknown>): void }) => void,
  ): void
}
const worker = self as unknown as Worker

// Files are taken from the shelf by their exact addresses only; pages below, from the server first.
precacheAndRoute(__kept__, { cleanURLs: false, directoryIndex: "" })
cleanupOutdatedCaches()

registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      try {
        return await fetch(request)
      } catch {
        return (await matchPrecache("/index.html")) ?? Response.error()
      }
    },
    // Not the office and its doors, not what the server makes itself (answers, papers, published disclosures).
    { denylist: [/^\/(office|sign-in|activate|api|disclosures)(\/|$)/, /\.\w+$/] },
  ),
)

worker.addEventListener("install", (e) => e.waitUntil(worker.skipWaiting()))
worker.addEventListener("activate", (e) => e.waitUntil(worker.clients.claim()))
