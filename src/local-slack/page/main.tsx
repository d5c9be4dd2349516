import './styles/colours.css';
import './styles/frame.css';
import './styles/sidebar.css';
import './styles/message.css';
import './styles/blocks.css';
import './styles/cards.css';
import './styles/fields.css';
import './styles/composer.css';
import './styles/modal.css';
import './styles/panels.css';
import './styles/phone.css';
import { render } from 'preact';
import { App } from './frame/app.tsx';

const root = document.getElementById('page');
if (root !== null) render(<App />, root);
