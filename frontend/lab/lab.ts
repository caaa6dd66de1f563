import { mount } from 'svelte';
import '../src/style/tokens.css';
import Lab from './Lab.svelte';

const target = document.getElementById('lab');
if (target) mount(Lab, { target });
