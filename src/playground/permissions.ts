/** Who may do what, and where: Discord's own reckoning ("Permissions", in its documentation), in the order it gives. */
import { OverwriteType, PermissionFlagsBits, type APIOverwrite, type APIRole } from "discord-api-types/v10";

export type Permission = keyof typeof PermissionFlagsBits;

export const EVERYTHING = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** The bits of some permissions, by name. */
export function bitsOf(...permissions: Permission[]): bigint {
  return permissions.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
}

/** What someone with these roles may do in a channel with these overwrites. `everyone` is the id of the @everyone role. */
export function reckon(
  everyone: string,
  roles: APIRole[],
  person: { id: string; roles: string[]; owner: boolean },
  overwrites: APIOverwrite[],
): bigint {
  if (person.owner) return EVERYTHING;
  const theirs = roles.filter(({ id }) => id === everyone || person.roles.includes(id));
  const base = theirs.reduce((all, role) => all | BigInt(role.permissions), 0n);
  if (base & PermissionFlagsBits.Administrator) return EVERYTHING;

  const ofRole = (id: string) => overwrites.find((one) => one.id === id && one.type === OverwriteType.Role);
  let result = apply(base, ofRole(everyone) ? [ofRole(everyone)] : []);
  result = apply(result, theirs.filter(({ id }) => id !== everyone).map(({ id }) => ofRole(id)));
  result = apply(result, overwrites.filter((one) => one.id === person.id && one.type === OverwriteType.Member));
  return result & PermissionFlagsBits.ViewChannel ? result : 0n;
}

function apply(base: bigint, overwrites: (APIOverwrite | undefined)[]): bigint {
  let allow = 0n;
  let deny = 0n;
  for (const one of overwrites) {
    allow |= BigInt(one?.allow ?? 0);
    deny |= BigInt(one?.deny ?? 0);
  }
  return (base & ~deny) | allow;
}
