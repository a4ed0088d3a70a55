/// The Python code that uses every member of every type that scripts can see.
enum MemberWalk {
    /// `walk_in_worker()` gives what it found unguarded, how many attempts it made and how many faulted;
    /// `walk_on_main()` how many attempts it made; `uncovered_types()` what the walk would miss.
    static let script = """
        import copy, operator, os, pickle, tempfile, threading

        catalog = [getattr(td, n) for n in dir(td) if isinstance(getattr(td, n), type)]
        creatable = [t for f in families.values() for t in f]

        def is_declared(kind):
            return (kind.__doc__ or '').startswith('Declared:')

        def has_own_members(kind):
            return any(not name.startswith('__') for name in vars(kind))

        # Types without behaviour have all from their family but what they declare themselves.
        own_only = [t for t in creatable if is_declared(t) and has_own_members(t)]
        walked = [t for t in creatable if not is_declared(t)]
        walked += {t.__base__: t for t in creatable if is_declared(t)}.values()

        def make_cell():
            return parent().create(tableDAT)[0, 0]

        def make_par(style):
            page = parent().create(baseCOMP).appendCustomPage('Walk')
            return getattr(page, 'append' + style)('Value')[0]

        def make_sequence():
            made = parent().create(baseCOMP)
            page = made.appendCustomPage('Walk')
            page.appendSequence('Items')
            page.appendXY('Value')
            made.seq.Items.blockSize, made.seq.Items.numBlocks = 1, 2
            return made.seq.Items

        def factories():
            for kind in [*walked, *(t for t in own_only if t not in walked)]:
                yield kind.__name__, lambda kind=kind: parent().create(kind)
            yield 'Cell', make_cell
            yield 'Channel', lambda: parent().create('constantCHOP')[0]
            for kind in ('scriptCHOP', 'timerCHOP', 'expressionCHOP'):
                yield kind, lambda kind=kind: parent().create(kind)
            for style in ('Float', 'Toggle', 'Str', 'Menu', 'OP', 'Python', 'Pulse', 'Sequence'):
                yield 'Par ' + style, lambda style=style: make_par(style)
            yield 'ParCollection', lambda: parent().create(baseCOMP).par
            yield 'block.par', lambda: make_sequence()[0].par
            yield 'ParGroup', lambda: make_par('XYZ').parGroup
            yield 'ParGroupPulse', lambda: make_par('Pulse').parGroup
            yield 'ParGroupCollection', lambda: parent().create(baseCOMP).parGroup
            yield 'block.parGroup', lambda: make_sequence()[0].parGroup
            yield 'Sequence', make_sequence
            yield 'SequenceBlock', lambda: make_sequence()[0]
            yield 'SequenceCollection', lambda: parent().create(baseCOMP).seq
            yield 'blockPars', lambda: make_sequence().blockPars
            yield 'built-in Page', lambda: parent().create(baseCOMP).pages[0]
            yield 'Page', lambda: parent().create(baseCOMP).appendCustomPage('Walk')
            yield 'Run', lambda: run('1', delayFrames=100)
            yield 'runs', lambda: runs
            yield 'op', lambda: op
            yield 'td.op', lambda: td.op
            for name in ('parent', 'ext', 'iop', 'ipar', 'mod'):
                yield name, lambda name=name: globals()[name]
                yield 'OP.' + name, lambda name=name: getattr(parent().create(baseCOMP), name) if name != 'ipar' else td.ipar
            yield 'Segment', lambda: parent().create('timerCHOP').segments[0]
            yield 'Peer', lambda: walked_peer
            yield 'absTime', lambda: absTime
            yield 'time', lambda: me.time
            yield 'project', lambda: project
            yield 'app', lambda: app
            yield 'tdu.Dependency', lambda: tdu.Dependency([1, 2])
            for name in ('ui', 'sysinfo', 'monitors', 'licenses'):
                yield name, lambda name=name: getattr(td, name)
            for name in ('panes', 'undo', 'colors', 'options', 'preferences'):
                yield 'ui.' + name, lambda name=name: getattr(td.ui, name)
            yield 'NetworkEditor', lambda: td.ui.panes.createFloating()
            yield 'Connector', lambda: parent().create(textDAT).inputConnectors[0]
            yield 'VFS', lambda: parent().create(baseCOMP).vfs
            yield 'VFSFile', lambda: parent().create(baseCOMP).vfs.addByteArray(b'1', 'a')
            yield 'Panel', lambda: parent().create(containerCOMP).panel
            yield 'PanelValue', lambda: parent().create(containerCOMP).panel.u

        def uses(subject):
            'Every way to use an object: a name, and a function of the object.'
            is_whole = type(subject) in walked or not isinstance(subject, OP)
            names = set(dir(type(subject))) | set(td_names(subject)) if is_whole else vars(type(subject))
            for name in sorted(names):
                if not from_object(type(subject), name):
                    yield f'.{name}', lambda o, n=name: use(getattr(o, n))
                    if is_settable(type(subject), name):
                        yield f'.{name} =', lambda o, n=name: setattr(o, n, 1)
            if not is_whole:
                return
            yield '.Foo', lambda o: getattr(o, 'Foo')
            yield '.Foo =', lambda o: setattr(o, 'Foo', 1)
            for function in (str, repr, format, len, iter, bool, int, float, complex, round, abs,
                             operator.index, operator.neg, operator.pos, operator.invert, hash, dir,
                             list, pickle.dumps, copy.copy, copy.deepcopy, reversed, next):
                yield function.__name__ + '()', lambda o, f=function: f(o)
            for function in (operator.add, operator.sub, operator.mul, operator.truediv,
                             operator.floordiv, operator.mod, operator.pow, operator.lshift,
                             operator.rshift, operator.and_, operator.or_, operator.xor,
                             operator.eq, operator.ne, operator.lt, operator.le, operator.gt,
                             operator.ge, operator.contains, divmod, operator.matmul):
                yield function.__name__ + '(o, 1)', lambda o, f=function: f(o, 1)
                yield function.__name__ + '(1, o)', lambda o, f=function: f(1, o)
            for key in (0, 'x', (0, 0), ('a', 'b'), slice(None)):
                yield f'[{key!r}]', lambda o, k=key: o[k]
                yield f'[{key!r}] =', lambda o, k=key: operator.setitem(o, k, 1)
                yield f'del [{key!r}]', lambda o, k=key: operator.delitem(o, k)
            for arguments in ((), (1,), ('x',)):
                yield f'{arguments!r}', lambda o, a=arguments: o(*a)

        def td_names(subject):
            return [n for k in type(subject).__mro__ for n in vars(k)]

        def from_object(kind, name):
            owner = next((k for k in kind.__mro__ if name in vars(k)), None)
            private = name.startswith('_') and not name.startswith('__')
            return owner is object or private or name in IDENTITY

        # Of the type or the object header, not of what the object stands for.
        IDENTITY = {'__doc__', '__module__', '__weakref__', '__weaklistoffset__', '__vectorcalloffset__',
                    '__getattribute__', '__slots__', '__class_getitem__', '__annotations__', '__init__',
                    '__new__', '__hash__', '__firstlineno__', '__static_attributes__', '__slotnames__'}

        def is_settable(kind, name):
            owner = next(vars(k)[name] for k in kind.__mro__ if name in vars(k))
            return type(owner).__name__ in ('getset_descriptor', 'property') and not refuses(kind, name)

        def refuses(kind, name):
            'Whether the attribute is read-only for every thread, so that setting it touches nothing.'
            owner = next(vars(k)[name] for k in kind.__mro__ if name in vars(k))
            if isinstance(owner, property):
                return owner.fset is None
            return name in READ_ONLY.get(kind, ())

        READ_ONLY = {}

        def learn_read_only(kind, subject):
            found = set()
            for name in td_names(subject):
                owner = next(vars(k)[name] for k in kind.__mro__ if name in vars(k))
                if type(owner).__name__ != 'getset_descriptor':
                    continue
                try:
                    owner.__set__(subject, 1)
                except AttributeError as error:
                    if 'is not writable' in str(error) or 'readonly' in str(error):
                        found.add(name)
                except Exception:
                    pass
            READ_ONLY[kind] = found

        def use(value):
            'A method is not used by finding it, but by calling it.'
            if type(value).__name__ in ('method', 'builtin_function_or_method', 'method-wrapper'):
                return value()
            return value

        def attempt(action, subject):
            try:
                action(subject)
            except ThreadConflictError:
                return 'conflict', ''
            except Exception as error:
                return 'refused', f'{type(error).__name__}: {error}'
            return 'passed', ''

        def is_identity(subject, label):
            'Whether the use falls back to what `object` does with every object.'
            special = {'repr()': '__repr__', 'str()': '__str__', 'format()': '__format__', 'hash()': '__hash__',
                       'bool()': '__bool__', 'dir()': '__dir__', 'eq(o, 1)': '__eq__', 'eq(1, o)': '__eq__',
                       'ne(o, 1)': '__ne__', 'ne(1, o)': '__ne__', 'deepcopy()': '__deepcopy__'}.get(label)
            if special is None:
                return False
            owner = next((k for k in type(subject).__mro__ if special in vars(k)), object)
            if owner is object or (special == '__hash__' and vars(owner)['__hash__'] is object.__hash__):
                # `object` words repr, str and format by __repr__ and __str__.
                return special not in ('__str__', '__format__') or is_identity(subject, 'repr()')
            return False

        def in_scratch_folder(function):
            'For members that write files.'
            def inside(*arguments):
                with tempfile.TemporaryDirectory() as folder:
                    before = os.getcwd()
                    os.chdir(folder)
                    try:
                        return function(*arguments)
                    finally:
                        os.chdir(before)
            return inside

        @in_scratch_folder
        def walk_in_worker():
            subjects = [(label, make()) for label, make in factories()]
            for label, subject in [(l, m()) for l, m in factories()]:
                learn_read_only(type(subject), subject)
            project.cookRate, project.realTime, me.time.rate, me.time.play = 60, True, 60, True
            functions = [(n, getattr(td, n)) for n in dir(td) if type(getattr(td, n)).__name__ == 'builtin_function']
            unguarded, results = [], []

            def work():
                for label, subject in subjects:
                    for name, action in uses(subject):
                        results.append((label, subject, name, action, *attempt(action, subject)))
                for name, function in functions:
                    if name not in ('isMainThread', 'run', '_connect_tdu', '__dir__'):
                        results.append(('td', function, f'.{name}()', lambda f: f(), *attempt(lambda f: f(), function)))

            thread = threading.Thread(target=work, name='walker')
            thread.start()
            thread.join()
            for label, subject, name, action, outcome, text in results:
                if outcome == 'conflict' or is_identity(subject, name):
                    continue
                if outcome == 'refused' and attempt(action, subject) == (outcome, text):
                    continue  # Nobody can do it: the type has no such thing.
                unguarded.append(f'{label}{name}: {outcome} {text}')
            return unguarded, len(results), sum(r[4] == 'conflict' for r in results)

        def owner_of(subject, label):
            'The class that a use belongs to.'
            kind, name = type(subject), label.removeprefix('.').removesuffix(' =')
            whole = kind.__base__ if isinstance(subject, OP) else kind
            return next((k for k in kind.__mro__ if name in vars(k)), whole)

        @in_scratch_folder
        def walk_on_main(once=False):
            'Once: each member only with the first type that has it from the same class.'
            seen, attempts, kept = set(), 0, set(parent().children)
            for label, make in factories():
                subject = make()
                for name, action in uses(subject):
                    belongs = (owner_of(subject, name), name)
                    if once and belongs in seen:
                        continue
                    seen.add(belongs)
                    outcome, text = attempt(action, make())
                    assert outcome != 'conflict', (label, name, text)
                    attempts += 1
                # A network that grew with each use would make every use slower.
                for made in parent().children:
                    if made not in kept:
                        made.destroy()
            return attempts

        def uncovered_types():
            covered = {k for _, make in factories() for k in type(make()).__mro__}
            seen = {getattr(td, n) if isinstance(getattr(td, n), type) else type(getattr(td, n)) for n in dir(td)}
            return {k for k in seen if k.__module__ == 'td' and k not in covered
                    and not issubclass(k, (Exception, enum.Enum)) and k.__name__ != 'builtin_function'
                    and not (issubclass(k, OP) and (k not in creatable or not has_own_members(k)))}
        """
}
