import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { bytesOf, type Media, type Post, type User } from './world.ts';
import type { Extra, XSimulator } from './x-simulator.ts';

const toHtmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `body{font:16px/1.5 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#222;background:#f6f7f8}
article{background:#fff;border:1px solid #ddd;border-radius:12px;padding:.75rem 1rem;margin:.75rem 0}
article.bot{margin-inline-start:2rem;border-color:#8ab}p{white-space:pre-wrap;margin:.25rem 0}video{width:100%;border-radius:8px}
form{display:inline}textarea{width:100%;box-sizing:border-box;font:inherit}small{color:#666}`;

/** A small page to post from: what is there, newest first, and what a person or trouble does to it. */
export function servePage(simulator: XSimulator): Extra {
  const people = ['mina', 'salma', 'omar'].map((name) => simulator.addUser(name));
  const [first] = people;

  async function act(request: IncomingMessage): Promise<void> {
    const form = new URLSearchParams((await buffer(request)).toString());
    const post = simulator.world.posts.get(form.get('post') ?? '');
    switch (form.get('do')) {
      case 'say': {
        const author = people.find(({ username }) => username === form.get('author')) ?? (first as User);
        simulator.say(author, form.get('text') ?? '', post ? { replyTo: post } : {});
        break;
      }
      case 'edit':
        if (post) simulator.edit(post, form.get('text') ?? post.text);
        break;
      case 'delete':
        if (post) simulator.delete(post);
        break;
      case 'like':
        if (post && first) simulator.like(first, post);
        break;
      case 'away':
        simulator.faults.arm({}, { kind: 'status', status: 503 }, 20);
        break;
      case 'lose':
        simulator.faults.arm({ method: 'POST', route: /^\/2\/tweets$/ }, { kind: 'lost-answer' });
        break;
      default:
    }
  }

  return (request, response, url) => {
    const [, video] = /^\/videos\/(\d+)$/.exec(url.pathname) ?? [];
    const media = video === undefined ? undefined : simulator.world.media.get(video);
    if (media) sendVideo(response, media);
    else if (url.pathname !== '/') return false;
    else if (request.method === 'POST') void act(request).then(() => response.writeHead(303, { location: '/' }).end());
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(simulator, people));
    return true;
  };
}

function sendVideo(response: ServerResponse, media: Media): void {
  response.writeHead(200, { 'content-type': media.type }).end(bytesOf(media));
}

function page({ bot, world, ledger, violations }: XSimulator, people: readonly User[]): string {
  const shown = [...world.posts.values()].filter(({ id, versions, deleted }) => !deleted && versions.at(-1) === id);
  const names = people.map(({ username }) => `<option>${username}</option>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A simulated X</title><style>${STYLE}</style><h1>A simulated X</h1>
<form method="post"><label>As <select name="author">${names}</select></label>
<textarea name="text" rows="3" aria-label="Post">@${toHtmlText(bot.username)} a paper boat in the rain --seconds 2</textarea>
<button name="do" value="say">Post</button> <button name="do" value="away">Answer 503 twenty times</button>
<button name="do" value="lose">Lose the answer to the next reply</button></form>
<p><small>${ledger.requests.length} requests, ${ledger.dollars().toFixed(3)} $ by X's price list. <a href="/">Look again</a></small></p>
${violations.map((each) => `<p><strong>Not allowed:</strong> ${toHtmlText(each)}</p>`).join('')}
${shown
  .toReversed()
  .map((post) => article(post, post.author === bot))
  .join('\n')}</html>`;
}

function article(post: Post, ours: boolean): string {
  const videos = post.mediaIds.map((id) => `<video controls src="/videos/${id}"></video>`).join('');
  const action = (name: string, words: string) => `<button name="do" value="${name}">${words}</button>`;
  return `<article${ours ? ' class="bot"' : ''}><small>@${toHtmlText(post.author.username)} · ${post.likes.size} likes${
    post.madeWithAi ? ' · made with AI' : ''
  }</small><p dir="auto">${toHtmlText(post.longText ?? post.text)}</p>${videos}
<form method="post"><input type="hidden" name="post" value="${post.id}">${action('like', 'Like')}${ours ? '' : action('delete', 'Delete')}</form></article>`;
}
