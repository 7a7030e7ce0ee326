import { BlockList, isIP } from 'node:net';
import { hostName } from '../protocol/host-name.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether an address leads to this machine only: 127.0.0.0/8 and ::1. Names are not looked up. */
export function isLoopback(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && loopback.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Where a server listens, and what else it may be called. */
export interface Listening {
  /** As it was asked for: an address or a name. */
  readonly host: string;
  /** The address that came of it. */
  readonly address: string;
  /** Names and addresses that are allowed besides. */
  readonly allowHosts: readonly string[];
}

/**
 * Tells whether a request may be for us, by its Host header. A page of the Web can have a name of its own lead to
 * 127.0.0.1, and so have a browser ask whatever listens there; but the browser then tells that name. Allowed are
 * loopback addresses, `localhost`, the host that was asked for, and `allowHosts`, with all names below them; and
 * requests without the header, which no browser sends. Who listens on any other address wants to be reached.
 */
export function hostGuard({ host, address, allowHosts }: Listening): (header: string | undefined) => boolean {
  if (!isLoopback(address)) return () => true;
  const names = ['localhost', host, ...allowHosts].map((name) => hostName(bracketed(name)));
  const isAllowed = (header: string): boolean => {
    const asked = hostName(header);
    if (asked === undefined) return false;
    return isLoopback(asked) || names.some((name) => asked === name || asked.endsWith(`.${name ?? ''}`));
  };
  // Most clients say the same each time.
  let last: string | undefined;
  let lastAllowed = true;
  return (header) => {
    if (header === last || header === undefined) return header === undefined || lastAllowed;
    lastAllowed = isAllowed(header);
    last = header;
    return lastAllowed;
  };
}

const bracketed = (name: string): string => (isIP(name) === 6 ? `[${name}]` : name);
