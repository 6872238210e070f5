import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['target/', 'static/vendor/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['static/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['test/**/*.mjs', 'bench/**/*.mjs', 'eslint.config.js'],
    languageOptions: { globals: globals.node },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-implicit-globals': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
];
