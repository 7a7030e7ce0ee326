/** Where calls go. */
interface Way {
  /** Endpoints; those that are not told are none. */
  readonly urls: readonly (string | undefined)[];
  /** Whether certificates are not checked. */
  readonly insecure?: boolean | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What whoever calls these endpoints should know of the way there, each in a line. */
export function onTheWay({ urls, insecure = false }: Way, env: Environment): readonly string[] {
  const told = [...new Set(urls)].filter((url) => url !== undefined).map((url) => new URL(url));
  const unchecked = insecure ? told.filter(({ protocol }) => protocol === 'https:') : [];
  return [
    ...(unchecked.length === 0
      ? []
      : [
          `warning: --insecure: the certificate of ${unchecked.map(({ host }) => host).join(' and ')} is not checked, so anybody on the way may read and change what is sent`,
        ]),
    ...proxiesOf(told, env).map(
      ([variable, hosts]) =>
        `${variable} is set, but proxies are not used: ${hosts.join(' and ')} ${hosts.length === 1 ? 'is' : 'are'} called directly (NO_PROXY with that name silences this)`,
    ),
  ];
}

/** The variables that name a proxy which other programs would use on the way to this endpoint. */
export const proxiesFor = (url: string, env: Environment): readonly string[] =>
  proxiesOf([new URL(url)], env).map(([variable]) => variable);

/** The variables that name a proxy which other programs would use, each with the hosts that it is for. */
function proxiesOf(
  urls: readonly URL[],
  env: Environment,
): readonly (readonly [variable: string, hosts: readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const url of urls) {
    const scheme = url.protocol.slice(0, -1);
    const names = [`${scheme}_proxy`, `${scheme}_proxy`.toUpperCase(), 'all_proxy', 'ALL_PROXY'];
    const variable = names.find((name) => (env[name] ?? '') !== '');
    if (variable === undefined || isLoopback(url.hostname) || isSpared(url, env)) continue;
    found.set(variable, [...(found.get(variable) ?? []), url.host]);
  }
  return [...found];
}

/** Whether a host is this machine, to which no proxy leads. */
const isLoopback = (host: string): boolean => /^(.+\.)?localhost\.?$|^127\.|^\[::1\]$/.test(host);

/** Whether NO_PROXY spares a URL: by its host, one of its domains, either with the port, or as all. */
function isSpared({ hostname, port, protocol }: URL, env: Environment): boolean {
  const entries = (env['no_proxy'] ?? env['NO_PROXY'] ?? '').toLowerCase().split(/[\s,]+/);
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return entries.some((entry) => {
    if (entry === '*') return true;
    const [, name = '', of] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    const host = hostname.replace(/^\[|\]$/g, '');
    const named = name.replace(/^\[|\]$/g, '');
    return named !== '' && (host === named || host.endsWith(`.${named}`)) && (of ?? ownPort) === ownPort;
  });
}
