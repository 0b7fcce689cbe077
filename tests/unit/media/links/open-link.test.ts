import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLink } from '../../../../src/media/links/open-link.ts';
import { isPublicAddress } from '../../../../src/media/links/public-address.ts';

const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];
const rules = { adapter: 'discord', hosts: HOSTS, apiUrl: 'https://discord.com/api' };
let resolved: string[];
/** A name server of the attacker's. */
const leadsTo = (...addresses: string[]) =>
  ((hostname: string, _: unknown, done: (error: null, found: object[]) => void) => {
    resolved.push(hostname);
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as typeof lookup;
beforeEach(() => {
  resolved = [];
});

it('a file that never ends is given up when its time is over', async () => {
  const server = createServer((_, response) => void response.writeHead(200).write('the beginning of'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stream = await openLink(`${address}/boat.png`, { ...rules, apiUrl: address, deadlineMs: 200 });
  if (!stream) throw new Error('nothing was opened');
  await expect(text(stream)).rejects.toThrow();
  server.closeAllConnections();
  server.close();
});

describe('a file that is said to lie elsewhere', () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      const [, left = '0', to = ''] = /^\/(\d)(.*)$/.exec(url ?? '') ?? [];
      if (left === '0') response.writeHead(200).end('the file');
      else if (to) response.writeHead(302, { location: to.slice(1) }).end();
      else response.writeHead(302, { location: `/${Number(left) - 1}` }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  const open = (path: string, redirects?: number) => {
    const followed = redirects === undefined ? {} : { redirects };
    return openLink(`${address}${path}`, { ...rules, apiUrl: address, ...followed }, leadsTo('10.0.0.1'));
  };

  it('is followed as often as the rules say, and never by itself', async () => {
    const found = await open('/2', 2);
    expect(found && (await text(found))).toBe('the file');
    expect(await open('/2', 1)).toBeNull();
    expect(await open('/1')).toBeNull();
  });

  it('is followed by the same rules each time', async () => {
    for (const elsewhere of [
      'https://evil.example/a',
      'http://cdn.discordapp.com/a',
      'http://169.254.169.254/',
      'file:///etc/passwd',
    ]) {
      expect(await open(`/1/${elsewhere}`, 3)).toBeNull();
    }
    expect(resolved).toEqual([]);
    await expect(open('/1/https://cdn.discordapp.com/a', 3)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('links that lead elsewhere', () => {
  it.each([
    'http://cdn.discordapp.com/a.png',
    'https://cdn.discordapp.com:8443/a.png',
    'https://cdn.discordapp.com./a.png',
    'https://cdn.discordapp.com@127.0.0.1/a.png',
    'https://cdn.discordapp.com.evil.example/a.png',
    'https://evil.example/cdn.discordapp.com/a.png',
    'https://127.0.0.1/a.png',
    'https://2130706433/a.png',
    'https://0x7f.1/a.png',
    'https://[::1]/a.png',
    'https://[::ffff:127.0.0.1]/a.png',
    'http://169.254.169.254/latest/meta-data',
    'https://localhost/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    '//cdn.discordapp.com/a.png',
    '',
  ])('%s is not even looked up', async (link) => {
    expect(await openLink(link, rules, leadsTo('93.184.216.34'))).toBeNull();
    expect(resolved).toEqual([]);
  });

  it('of any other name are not followed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.webUrl({ withQueryParameters: true, validSchemes: ['http', 'https', 'ftp'] }),
        async (link) => {
          fc.pre(!HOSTS.includes(new URL(link).host));
          expect(await openLink(link, rules, leadsTo('93.184.216.34'))).toBeNull();
          expect(resolved).toEqual([]);
        },
      ),
    );
  });

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['fd00::1'],
    ['64:ff9b::7f00:1'],
    ['93.184.216.34', '127.0.0.1'],
  ])('by a name whose addresses are %s are not connected to', async (...addresses) => {
    const opening = openLink('https://cdn.discordapp.com/a.png', rules, leadsTo(...addresses));
    await expect(opening).rejects.toMatchObject({ code: 'unreachable', retryable: true });
    expect(resolved).toEqual(['cdn.discordapp.com']);
  });
});

describe('what is answered', () => {
  let server: Server;
  let base: string;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      if (url === '/moved') response.writeHead(302, { location: `${base}/secret` }).end();
      else if (url === '/gone') response.writeHead(404).end();
      else if (url === '/busy') response.writeHead(503).end();
      else response.end('a picture');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  // The host that the operator named may be anywhere: it is theirs.
  const open = (path: string) => openLink(base + path, { ...rules, apiUrl: `${base}/api` });

  it('is read', async () => {
    const stream = await open('/a.png');
    expect(stream && (await text(stream))).toBe('a picture');
  });

  it('by a redirect is not followed', async () => {
    expect(await open('/moved')).toBeNull();
    expect(asked).not.toContain('/secret');
  });

  it('is nothing where there is nothing, and asked for again where it may be there later', async () => {
    expect(await open('/gone')).toBeNull();
    await expect(open('/busy')).rejects.toMatchObject({ code: 'http-503', retryable: true });
  });
});

describe('addresses', () => {
  it('on the internet are public', () => {
    for (const address of ['1.1.1.1', '93.184.216.34', '162.159.128.233', '2606:4700::1111']) {
      expect(isPublicAddress(address), address).toBe(true);
    }
  });

  it('that carry an IPv4 address, or lead into this machine or its network, are not', () => {
    fc.assert(
      fc.property(fc.ipV4(), (inner) => {
        expect(isPublicAddress(`::ffff:${inner}`)).toBe(false);
        expect(isPublicAddress(`::${inner}`)).toBe(false);
      }),
    );
    const first = fc.constantFrom('127', '10', '0', '192.168', '169.254', '172.16', '100.64', '224', '255');
    fc.assert(
      fc.property(first, fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }), (start, rest) => {
        const parts = [...start.split('.'), ...rest.map(String)].slice(0, 4);
        expect(isPublicAddress(parts.join('.'))).toBe(false);
      }),
    );
    for (const address of ['::1', '::', 'fe80::1', 'fc00::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', 'fec0::1']) {
      expect(isPublicAddress(address), address).toBe(false);
    }
  });
});
