/** Made by vite.config.ts from tokens.ts. */
declare module 'virtual:tokens.css'
