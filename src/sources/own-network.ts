import { BlockList, isIP, isIPv6 } from 'node:net';

type Network = 'this machine' | 'a private network' | 'the link';

/** RFC 1122, 1918, 3927, 4193, 4291, 6598. */
const RANGES: readonly (readonly [Network, readonly (readonly [string, number])[]])[] = [
  [
    'this machine',
    [
      ['127.0.0.0', 8],
      ['0.0.0.0', 8],
      ['::1', 128],
      ['::', 128],
    ],
  ],
  [
    'a private network',
    [
      ['10.0.0.0', 8],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['100.64.0.0', 10],
      ['fc00::', 7],
    ],
  ],
  [
    'the link',
    [
      ['169.254.0.0', 16],
      ['fe80::', 10],
    ],
  ],
];

const NETWORKS = RANGES.map(([network, ranges]) => {
  const list = new BlockList();
  for (const [address, bits] of ranges) list.addSubnet(address, bits, isIPv6(address) ? 'ipv6' : 'ipv4');
  return { network, list };
});

/**
 * Whether an address leads into a network of our own that the asked address is not in. A programme on the
 * web needs nothing there, and a page must not make Lectern read what only this machine can reach. Names are not looked up.
 */
export function leadsInward(to: URL, asked: URL): boolean {
  const network = networkOf(to);
  return network !== undefined && network !== networkOf(asked);
}

function networkOf({ hostname }: URL): Network | undefined {
  if (/(?:^|\.)localhost\.?$/.test(hostname)) return 'this machine';
  const address = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(address);
  if (family === 0) return undefined;
  return NETWORKS.find(({ list }) => list.check(address, family === 6 ? 'ipv6' : 'ipv4'))?.network;
}
