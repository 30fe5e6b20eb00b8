/** Packages whose lock names an address: then only that registry could serve the install. Own workspaces are folders. */
export function addresses(lock: string): string[] {
  const packages: Record<string, { resolved?: string; link?: boolean }> = JSON.parse(lock).packages
  return Object.entries(packages).flatMap(([path, { resolved, link }]) =>
    resolved === undefined || (link && /^packages\/[a-z-]+$/.test(resolved)) ? [] : [`${path}: ${resolved}`],
  )
}
