import './gallery.css';
import { keepColours } from './keep-colours.ts';
import { keepLanguage } from './keep-language.ts';
import { playOnHover } from './play-on-hover.ts';
import { showDesk } from './show-desk.ts';
import { showVotes } from './show-votes.ts';
import { watchPlayer } from './watch-player.ts';

/* The pages came whole; this adds what only a script can do. */
keepColours();
keepLanguage();
playOnHover();
watchPlayer();
void showDesk();
void showVotes();
