import type { PublicRoom } from "#kit/web/room.ts"
export const pages: PublicRoom = { name: "notices", screens: [] }
