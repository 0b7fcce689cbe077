import { BlockList, isIPv6 } from 'node:net';

/** Networks that are nobody's on the internet (IANA special-purpose registries). */
const V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];
const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6');
const PRIVATE = new BlockList();
for (const [network, prefix] of V4) PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2001::', 32],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}

/** Whether an address is on the internet. Addresses that carry another in them are not taken for one. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return PUBLIC_V6.check(address, 'ipv6') && !PRIVATE.check(address, 'ipv6');
  return !PRIVATE.check(address, 'ipv4');
}
