import "#kit/web/tokens.css"
import "#kit/web/parts.css"
import "./public.css"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { createRoot } from "react-dom/client"
import { makeRouter } from "#kit/web/nav.tsx"
import { Loading } from "#kit/web/states.tsx"
import { makeClient } from "#kit/web/use.ts"
import { prepareWords } from "#kit/web/words.ts"
import { Broken, NotFound } from "../Broken.tsx"
import { rooms } from "./rooms.ts"
import { Shell } from "./Shell.tsx"

const Waiting = () => <Loading rows={6} />
const client = makeClient()
const router = makeRouter({
  shell: Shell,
  // A screen comes with its room's words: it never stops half drawn to wait for them.
  screens: rooms.flatMap((room) =>
    room.screens.map(({ path, load }) => ({
      path,
      load: async () => (await Promise.all([load(), prepareWords([room.name])]))[0],
    })),
  ),
  notFound: NotFound,
  problem: Broken,
  loading: Waiting,
})

await prepareWords(rooms.filter((room) => room.nav).map((room) => room.name))
// What stood there while the code came, so that a slow phone showed a page at once.
const root = document.getElementById("root")!
root.replaceChildren()
createRoot(root).render(
  <QueryClientProvider client={client}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
)

// Unknown over plain http from another machine: there the pages need a connection.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  // A browser that allows none (a private window) reads on as before. After the page: nobody waits for the shelf.
  const shelve = () => void navigator.serviceWorker.register("/worker.js").catch(() => undefined)
  if (document.readyState === "complete") shelve()
  else addEventListener("load", shelve)
}
